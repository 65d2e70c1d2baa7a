/**
 * Words that say nothing of which work is meant: every province digitises, buys, trains and upgrades, for the same kinds of
 * offices. Folded phrases; a name is specific by what is left of it without them.
 */
const COMMON = `
va, cac, cua, cho, tai, trong, tren, theo, voi, den, tu, o, ve, cung, nham, de, duoc, co, mot, so, mot so, nhung, phuc vu, dia ban, khoi, toan, noi,
nam, giai doan, ky, quy, dot, dinh huong, den nam, tam nhin, tiep tuc, chuyen tiep, moi, khac, bo sung, hang nam, dinh ky, hien co, muc do, phien ban,
xay dung, nang cap, mo rong, hoan thien, trien khai, thuc hien, duy tri, van hanh, bao tri, bao duong, cap nhat, thiet lap, phat trien, ung dung, to chuc,
mua sam, mua, trang bi, dau tu, thue, thue dich vu, cung cap, cai dat, chuyen doi, sua chua, thay the, lap, tham muu, tang cuong, day manh, dam bao, bao dam,
ho tro, huong dan, khai thac, su dung, quan tri, quan ly, dieu hanh, chi dao, giam sat, theo doi, danh gia, xep hang, kiem tra, ra soat, khao sat, thong ke,
tich hop, ket noi, chia se, lien thong, dong bo, chuan hoa, so hoa, cap nhat, nhan rong, thi diem, phoi hop, hop tac, hoat dong, cong tac, cong viec,
du an, nhiem vu, de an, ke hoach, chuong trinh, noi dung, hang muc, goi thau, mo hinh, giai phap, khung, kien truc, kinh phi, chi phi, dich vu,
phan mem, he thong, thong tin, co so du lieu, csdl, httt, cntt, tt, du lieu, kho du lieu, nen tang, dung chung, chuyen nganh, tong the, tap trung, tap hop,
cong nghe, cong nghe thong tin, truyen thong, vien thong, cong thong tin, trang thong tin, dien tu, website, web, portal, app, mobile, truc tuyen, internet,
ha tang, ky thuat, thiet bi, trang thiet bi, may tinh, may chu, may tram, may in, may quet, may, mang, mang lan, lan, wan, wifi, cuc bo, noi bo, dien rong,
duong truyen, truyen so lieu, chuyen dung, truyen hinh, hoi nghi, hoi nghi truyen hinh, phong hop, hop, khong giay, trung tam, trung tam du lieu, truc,
thu dien tu, thu, cong vu, van ban, ho so, cong viec, giay to, bieu mau, bao cao, so lieu, tai lieu, luu tru, chu ky so, ky so, chung thuc, dinh danh,
mot cua, hanh chinh, hanh chinh cong, thu tuc, thu tuc hanh chinh, tthc, dich vu cong, dvc, dvctt, cong dich vu, cong tinh, cong thanh phan, cong tac vien, ke toan, tai san, nhan su, tien luong, thi dua, khen thuong,
an toan, an toan thong tin, attt, an ninh, an ninh mang, bao mat, virus, ma doc, phong chong, su co, ung cuu, sao luu, du phong, tuong lua, ban quyen,
chinh quyen, chinh quyen dien tu, chinh quyen so, chinh phu, cqdt, cqnn, chuyen doi so, cds, kinh te, xa hoi, kinh te so, xa hoi so, do thi, thong minh, so lieu,
dao tao, boi duong, tap huan, tuyen truyen, pho bien, nang cao, nhan thuc, nang luc, trinh do, chat luong, hieu qua, ky nang, kien thuc, nguon nhan luc, nhan luc,
can bo, cong chuc, vien chuc, cbcc, cbccvc, ccvc, nguoi dan, dan, cong dan, doanh nghiep, lanh dao, chuyen vien, nguoi dung, chuyen trach, phu trach, dang vien,
co quan, co quan nha nuoc, nha nuoc, don vi, to chuc, ban, nganh, ban nganh, doan the, mat tran, dang, bo, trung uong, quoc gia, dia phuong, cap, truc thuoc, lien quan,
tinh, huyen, xa, phuong, thi tran, thi xa, thanh pho, tp, quan, thon, ap, khu, ubnd, hdnd, uy ban nhan dan, hoi dong nhan dan, van phong, vp, tinh uy, van phong ubnd,
so tai chinh, so noi vu, so tu phap, so y te, so cong thuong, so xay dung, so du lich, so ngoai vu, so thong tin, so ke hoach, so giao duc, so nong nghiep, so khoa hoc,
so tai nguyen, so giao thong, so van hoa, so lao dong, ban dan toc, thanh tra tinh, stttt, tttt, ban chi dao, chi cuc, phong, trung tam cntt,
tai chinh, ngan sach, noi vu, tu phap, y te, cong thuong, du lich, nong nghiep, nong thon, nong nghiep nong thon, ptnt, khoa hoc, tai nguyen, moi truong, giao thong,
giao thong van tai, van tai, van hoa, the thao, the duc, giao duc, lao dong, thuong binh, thuong mai, cong nghiep, dan toc, ton giao, thanh tra, dat dai, linh vuc, chuyen mon`;

/** The phrases, each a folded text of at most four words. */
export const COMMON_PHRASES: readonly string[] = COMMON.split(/[,\n]/)
  .map((phrase) => phrase.trim())
  .filter((phrase) => phrase !== "");
